/** The address in the QR code: the long code opens the page with the name and the figures. */
export function verifyUrl(publicUrl: string, longCode: string): string {
  return `${publicUrl}/verifier/${longCode}`
}
