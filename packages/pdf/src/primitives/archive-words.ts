/** PDFKit writes the metadata of a document (XMP) with this method, which its types do not name. */
type AppendXml = (this: PDFKit.PDFDocument, xml: string, newline?: boolean) => void

/** A list item of the metadata with its words, as PDFKit writes title and author: just as they are. */
const ITEM = /(<rdf:li[^>]*>)([\s\S]*)(<\/rdf:li>)/

/**
 * What a document says of itself to archives, beside the PDF/A that PDFKit declares: that it follows PDF/UA-1
 * (ISO 14289-1, 5), with the description of that word which PDF/A asks for (ISO 19005-3, 6.6.2.3), and when it
 * was changed, as its Info says too. And words
 * of people are escaped there: an unescaped `&` in the name of a cooperative makes the whole unreadable.
 */
export function describeForArchives(pdf: PDFKit.PDFDocument, changedAt: Date): void {
  const append: AppendXml = Reflect.get(pdf, 'appendXML')
  append.call(pdf, UNIVERSAL_ACCESS)
  append.call(pdf, `${MODIFIED}${changedAt.toISOString().replace(/\.\d+/, '')}${MODIFIED_END}`)
  // Of `this`, not of `pdf`: a function that holds its document keeps it alive past what a young garbage
  // collection takes away, which cost a tenth of the time that documents take.
  const escaping: AppendXml = function (xml, newline) {
    append.call(this, xml.replace(ITEM, escapedItem), newline)
  }
  Reflect.set(pdf, 'appendXML', escaping)
}

function escapedItem(_: string, open: string, words: string, close: string): string {
  return `${open}${escaped(words)}${close}`
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const MODIFIED = `
        <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <xmp:ModifyDate>`
const MODIFIED_END = `</xmp:ModifyDate>
        </rdf:Description>
        `

const UNIVERSAL_ACCESS = `
        <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas>
                <rdf:Bag>
                    <rdf:li rdf:parseType="Resource">
                        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
                        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
                        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                        <pdfaSchema:property>
                            <rdf:Seq>
                                <rdf:li rdf:parseType="Resource">
                                    <pdfaProperty:name>part</pdfaProperty:name>
                                    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                                    <pdfaProperty:category>internal</pdfaProperty:category>
                                    <pdfaProperty:description>Part of ISO 14289 that the document follows</pdfaProperty:description>
                                </rdf:li>
                            </rdf:Seq>
                        </pdfaSchema:property>
                    </rdf:li>
                </rdf:Bag>
            </pdfaExtension:schemas>
        </rdf:Description>
        `
