import type { problems as source } from '../fr/problems.ts'
import type { Translation } from '../t.ts'

export const problems = {
  'request-invalid': 'Something is missing. Look at the lines marked in red.',
  'body-not-json': 'The application did not send the right form. Reload the page and start again.',
  'body-too-large': 'This is too heavy. Choose a smaller file.',
  'body-too-deep': 'The application did not send the right form. Reload the page and start again.',
  'body-too-many-fields':
    'There are too many lines for one sending. Take some lines out, then start again.',
  'signed-out': 'You are no longer signed in. Sign in again, nothing is lost.',
  'sign-in-refused': 'We do not recognise these details. Check them and try again.',
  'sign-in-second-factor': 'Also write the 6-digit code from your code application.',
  'second-factor-required':
    'A password alone does not open this page. Add an authenticator app first.',
  'too-many-attempts': 'Too many tries. Wait a few minutes, then try again.',
  forbidden: 'Your account does not allow this action. Ask the cooperative’s management.',
  'cross-site': 'This request comes from another site. Open the page from your space.',
  'not-found': 'We cannot find this page or document. Check the address.',
  'method-not-allowed': 'This action does not exist. Reload the page and start again.',
  conflict: 'Someone has just changed the same thing. Reload the page and look.',
  'version-required': 'The page is too old. Reload it, then start again.',
  'version-changed': 'Someone changed this information before you. Reload, then start again.',
  'idempotency-mismatch': 'This request already left with other answers. Reload the page.',
  'idempotency-busy': 'Your request is already under way. Wait a few seconds.',
  'outcome-unknown': 'We do not know whether it was saved. Reload the page to see.',
  unavailable: 'The service is resting for a moment. Wait a minute and try again.',
  'storage-full': 'There is no room left for this file. Call the cooperative.',
  internal: 'Something went wrong on our side. Try again, then call us.',
  'already-installed': 'The cooperative already exists here. Sign in with your account.',
  'setup-code-wrong':
    'This set-up code is not the right one. It is printed where the server started.',
  'password-too-weak': 'This password is too easy. Write at least 12 uncommon characters.',
  'totp-code-wrong': 'This code is not the right one. Wait for the next code and write it.',
  'last-direction': 'This is the last person in management. Appoint another one first.',
  'email-already-used': 'This e-mail address already belongs to another person.',
  'person-already-exists': 'A person with this name and date of birth already exists.',
  'register-entry-exists':
    'This hire is in the register already. A line never changes: note the change beside it.',
  'register-out-of-order': 'The register follows the order of hires. Enter {name} first.',
  'person-birth-unknown':
    'The date of birth is missing in the file of the person. Add it, then enter the hire.',
  'person-has-email':
    'This person has an e-mail address. Send them the code: they alone receive it.',
  'signature-code-own': 'You handed this code over: another member of staff must lend the screen.',
  'person-has-no-email': 'This person has no e-mail address. Add it to their file.',
  'shares-need-two': 'An activity is shared by two people at least. Add a person.',
  'shares-person-twice': 'The same person is there twice. Keep them once.',
  'shares-not-whole': 'The shares do not make 100% (C. trav. R7331-6). Correct them up to 100%.',
  'convention-pending':
    'A convention of this activity is already being prepared. Open it, or give it up.',
  'convention-incomplete':
    'Contents that the law asks for are missing (C. trav. R7331-6). Look at the list.',
  'convention-act-not-allowed':
    'This convention is no longer as expected. Reload the page and look.',
  'cape-too-long':
    'A CAPE lasts 12 months at most (article L127-2). Choose an end by {latestEndsOn}.',
  'cape-third-renewal':
    'A CAPE is renewed twice at most (article L127-2). Prepare a CESA or the exit.',
  'cape-gap':
    'A renewal starts the day after the end, on {expectedStartsOn} (article L127-2). Change the start, or write the reason for the gap.',
  'cape-ends-before-start': 'The end is before the start. Change one of the two dates.',
  'cape-full-time-declared':
    'This person said that they have a full-time job (since {since}). A CAPE is not signed with such a job (code de commerce, L127-1). If that has changed, write their new answer on their file, “Other job”, then try again.',
  'cape-full-time-employee':
    'A full-time employee cannot sign a CAPE (article L127-1). If the person no longer is one, untick the box.',
  'contract-overlaps':
    'Another contract of this activity already covers these days: one at a time (articles L127-2 and L7331-2). Change the dates, or end the other one first.',
  'contract-incomplete': 'Information is missing in this contract. Complete the marked lines.',
  'signature-already-open': '“{title}” already waits for a signature. Withdraw that request first.',
  'signature-ended': 'This document no longer waits for a signature. Reload the page.',
  'signature-expired': 'The time to sign has run out. Ask for it to be sent again.',
  'signature-not-your-turn': 'Somebody else signs first. Wait for their turn.',
  'signature-address-changed':
    'The e-mail address changed since it was sent. Withdraw the request and send it again.',
  'signature-code-readable':
    'Without a mail server you can read this code. Ask for another witness, or sign on paper.',
  'table-kind-refused':
    'This file is neither a CSV nor an Excel workbook (XLSX). Save it in one of these formats.',
  'table-unreadable':
    'This file is damaged, or its quotes do not close. Export it again and send it again.',
  'advance-above-account':
    'The account cannot bear this advance. With the fixed parts, at most {most} gross is left.',
  'balance-not-due':
    'Nothing of this is to be paid for this contract this month. First write down the assembly that approves the accounts.',
  'balance-above-left':
    'This gross is above what is left of the year: {left}, contributions included.',
  'pay-file-refused':
    'A line of the file is refused (line {line}). Nothing is imported: look at the preview.',
  'pay-import-replaced': 'Another file replaced a part of this one. Undo the latest one first.',
  'assembly-settled': 'A balance was paid after this assembly. It cannot be removed any more.',
  'signature-day-wrong': 'This day is not possible. Write the day that is on the paper.',
  'signature-reminded': 'A reminder already left today. Wait until tomorrow.',
  'signature-second-look': 'Another member of the staff must check this paper.',
  'signature-witness-signs':
    'The witness does not sign for the cooperative. Ask somebody else who may.',
  'screen-handed-over':
    'This screen is only for the signature under way. The team takes it back with its code, at the foot of the page.',
  'screen-not-handed-over':
    'The person signs on a screen that is given to them. Give them the screen first, with a code to take it back.',
  'screen-code-wrong': 'That is not the code. Without it, sign out and sign in again.',
  'signature-already-given': 'This signature is already given. Reload the page.',
  'signing-code-wrong': 'This code is not the right one. Look at the last e-mail you received.',
  'signing-name-differs': 'This is not the name on the contract. Write it as on the contract.',
  'document-changed': 'The document changed after you read it. Read it again before signing.',
  'declaration-month-closed': 'This month is already closed. Talk to your adviser.',
  'declaration-month-not-open': 'This month is not open yet. Come back at the end of the month.',
  'declaration-already-sent':
    'This declaration has already been sent. You have nothing else to do.',
  'declaration-not-typed': 'Nobody wrote this declaration in a form: correct it yourself.',
  'declaration-return-answered':
    'The person has already taken up the declaration again: wait until it is sent.',
  'declaration-not-to-review': 'This declaration is not waiting for review. Reload the list.',
  'declaration-not-accepted': 'This declaration is not accepted yet. Review it first.',
  'declaration-lines-invalid': 'A sale or an expense needs correcting. Look at the marked lines.',
  'declaration-exists': 'There is already a declaration for this month. Open it to change it.',
  'question-already-answered': 'This question already has an answer.',
  'question-closed': 'This question no longer waits for an answer. To say more, call us.',
  'no-contract-in-month': 'There is no contract in that month. Talk to your adviser.',
  'scheme-ended':
    'Decision {code} holds until {until} and none follows it. Add the next decision in Settings, then accept.',
  'exchange-rate-missing': 'The rate of this currency is missing that month. Add it in Settings.',
  'recap-not-asked': 'There is nothing to confirm for this month. Reload the page.',
  'expense-act-not-allowed': 'One of the chosen lines is no longer at this step. Reload the page.',
  'bank-credit-not-possible':
    'This sale is in euro, or its declaration is not accepted. Reload the page.',
  'bank-credit-stands': 'An amount of the bank is noted for one of its sales. Withdraw it first.',
  'nothing-to-export': 'Nothing new is to be paid back: there is no file to make.',
  'rates-file-refused':
    'Nothing was entered: some lines of the file cannot be read. Correct them, then choose the file again.',
  'reminder-too-late':
    'The last day is past ({deadlineOn}): no reminder leaves. Call the people of the list.',
  'exchange-rate-used': 'This rate has already been used in an account. Add a new rate.',
  'scheme-exists': 'A rule already has this name. Choose another name.',
  'simulation-too-few':
    'Fewer than 5 people have accepted months in that year: somebody could be recognised. Choose another year.',
  'scheme-replaced': 'Another decision already replaces this one. Choose the latest one.',
  'scheme-begins-later':
    'The replaced rule itself begins in that month or later. Choose a later month.',
  'month-has-accepted':
    'Declarations of that month are already accepted under the old rule. Choose a later month.',
  'setting-exists': 'A value already starts on that day. Choose another day.',
  'file-kind-refused': 'We cannot read this kind of file. Send a photo or a PDF.',
  'voice-unreadable': 'We cannot hear this recording. Start again.',
  'file-unreadable': 'We cannot open this file. Take the photo again.',
  'file-too-many-pixels':
    'This picture is too large: more than 40 million points. Take the photo again.',
  'file-heic':
    'We cannot read the HEIC format. On an iPhone: Settings, Camera, Formats, “Most Compatible”.',
  'file-dangerous': 'This file hides a second content. Take a photo of the paper instead.',
  'file-in-quarantine': 'This file has not been checked yet. Try again in a few minutes.',
  'pdf-active':
    'This PDF holds a program or an attached file. Print it as a plain PDF, or take a photo of it.',
  'pdf-encrypted':
    'This PDF is protected by a password. Remove the protection, or take a photo of it.',
  'prolongation-refused':
    'This prolongation does not fit this permit. Read the reason next to the date.',
  'permit-end-known':
    'The end of this permit is written already. To change it, record a prolongation or the new permit.',
  'hire-check-answered':
    'The answer of the prefecture is recorded already. It does not change any more.',
  'silence-too-early':
    'Silence is a proof only after {until}: the préfet has 2 working days (C. trav. R5221-42).',
  'prefecture-comes-first':
    'A decision does not replace the préfet ({articles}). Further down, note the request first; for a student, the declaration. Then note the answer, or the silence after 2 working days. Then decide.',
  'nir-not-needed':
    'The social security number is asked only once a CESA is prepared (décret 2019-341).',
  'right-to-work-undecided':
    'Nobody has decided whether this person may work under this contract ({articles}). Open “Residence and right to work”, read the paper, record the decision, then send again.',
  'right-to-work-outdated':
    'The decision on record does not cover this day, or a reason is new ({articles}). Open “Residence and right to work” and decide again.',
  'right-to-work-refused':
    'The decision on record says that this person may not work under this contract ({articles}). It is not sent to sign. With a new paper, decide again.',
  'right-to-work-forbidden':
    'This permit, or the answer of the préfet, does not allow this contract ({articles}). No decision lifts this no. Another permit is needed, or a yes of the préfet: note it in “Residence and right to work”.',
  'document-kind-not-accepted': 'This piece cannot be added here.',
  'export-under-way': 'A copy is already being prepared.',
  'export-not-open': 'This copy is not ready, or its date is past.',
  'hold-stands': 'A hold is already in place.',
  'person-under-hold': 'A hold keeps this file from being erased. Lift it first, with a reason.',
  'erasure-not-possible': 'The law makes us keep these data. Nothing can be erased before {until}.',
  'erasure-person-is-here':
    'A contract or a tutoring pair of this person still runs. End it: the page then says when to erase.',
  'erasure-reference-differs': 'This is not the reference of this file.',
  'erasure-asked-already': 'A request has already arrived. The cooperative answers within a month.',
  'file-erased': 'This file was erased at the end of the time it is kept.',
  'second-person-needed': 'Two persons are required: ask another person to agree.',
  'second-person-not-needed': 'One person is enough here: do it directly.',
  'second-person-missing':
    'Two persons of the direction or of accounting are required. Invite one first.',
  'approval-waiting': 'This demand already waits for an answer. Open the page of two persons.',
  'approval-same-person': 'This is your demand: another person has to say yes.',
  'approval-answered': 'This demand was already answered. Reload the page.',
  'approval-outdated': 'Something changed since it was asked. Refuse it, then ask again.',
  'month-not-closed': 'This month is not closed: there is nothing to open again.',
  'month-not-last-closed':
    'Only the last closed month can be opened again. Put the correction in the open month.',
  'month-is-closed': 'This month is closed. Put the correction in the open month.',
  'closing-out-of-order': 'An earlier month is not closed. Close it first.',
  'closing-blocked': 'Some points block the closing. Settle the marked lines.',
  'attestation-nothing-to-attest': 'There is nothing to certify for this period.',
  'attestation-already-revoked': 'This certificate is already cancelled.',
  'attestation-already-replaced': 'This certificate is already replaced. Open the new one.',
  'attestation-made-elsewhere':
    'The tutor makes this certificate. Revoke it, then the tutor makes another one.',
  'attestation-name-not-printable':
    'Documents cannot print: {characters}. Correct the file of the person, in Latin letters.',
  'code-unknown': 'We do not know this code. Check every letter and every digit.',
  'link-expired': 'Your link no longer works. Ask for a new one.',
  'gesture-missing': 'Tap the button on the page to answer.',
  'survey-closed': 'These questions are over: answered already, or too old.',
  'survey-empty': 'Answer at least one question.',
  'answer-final': 'Your answer can no longer change. Call the cooperative.',
  'session-overlaps': 'There is another session at that time. Change the time or the length.',
  'session-in-future': 'This session has not happened yet. Write it down afterwards.',
  'relation-exists': 'These two people are already linked. Open their tutoring.',
  network: 'No network. Your answers stay here, try again in a moment.',
  'cape-overlaps-previous':
    'The CAPE before still runs on that day (article L127-2). Start on {expectedStartsOn} at the earliest.',
  'cesa-trial-too-long':
    'The trial ends between the first day and {trialEndsOnMax} (article L7332-1): earlier contracts are deducted. Change this day.',
  'cesa-no-trial-left':
    'Earlier contracts leave no trial (article L7332-1). Leave this field empty.',
  'suspension-ends-before-start':
    'The suspension ends before it starts. Change one of the two dates.',
  'suspension-outside-contract':
    'The suspension is outside the contract. Choose days of the contract.',
  'suspension-overlaps':
    'Another suspension already covers these days. Change the dates or the other one.',
  'notice-not-due': 'No notice is due here (article R5142-1). Reload the page.',
  'notice-before-event':
    'The notice cannot have been sent before what it tells of, on {since} (article R5142-1). Write the day it was sent.',
  'notice-already-recorded': 'This notice is already recorded with its proof. Reload the page.',
  'date-in-the-future': 'This day has not come yet. Write the day on which it was done.',
  'registration-outside-contract':
    'A registration falls within the CAPE (article L127-4). Choose a day of the contract.',
  'hire-declared-too-early':
    'A hire is declared 8 days before at the earliest, on {opensOn} (articles R1221-4 and R1221-5). Check the date, or declare it again.',
  'hire-already-declared': 'This pre-hire declaration is already recorded. Reload the page.',
  'associate-after-deadline':
    'The last day to become associate was {deadlineOn} (article L7331-3). The contract has ended: open the exit.',
  'exit-reason-not-for-kind':
    'A CAPE and a CESA do not end for the same reasons: a CAPE is no employment contract. Choose a reason of the list.',
  'interview-act-not-allowed':
    'This interview is no longer in the expected state. Reload the page and look.',
  'interview-day-missing': 'Write the planned day, or the day the interview was held.',
  'interview-in-future': 'This interview has not been held yet. Write a planned day.',
  'interview-planned-in-past': 'This day has passed. Write the day the interview was held.',
  'interview-incomplete':
    'Contents that the law asks for are missing (C. trav. R7331-3). See the list.',
  'conductor-unknown': 'Choose somebody of the support team.',
  'amendment-pending': 'Amendment {n} is not finished. Have it signed or give it up.',
  'amendment-outside-contract':
    'The contract does not run on this day. Choose a day of the contract.',
  'amendment-month-closed': 'This month is closed. Choose a date from {openFrom} on.',
  'amendment-changes-nothing': 'Nothing changes. Change at least one clause.',
  'amendment-term-not-for-kind':
    'A CAPE has no such clause (article R127-1). Leave this field empty.',
  'exit-before-start': 'The contract starts on {startsOn}. Choose that day at the earliest.',
  'exit-after-end': 'The contract ends on {endsOn}. Choose that day at the latest.',
  'exit-not-at-term':
    'A contract that reaches its term ends on its last day. Take that day, or another reason.',
  'exit-no-deadline-missed':
    'The time to become an associate (article L7331-3) does not end on that day. Choose another reason.',
  'exit-trial-over': 'This day is not within the trial (article L7332-1). Choose another reason.',
  'exit-before-declared-month':
    'A month after this day is already declared. Choose a later day, or cancel that declaration.',
  'exit-followed-by-contract':
    'Another contract follows this one. End the last contract of the series.',
  'exit-step-not-ticked': 'This step cannot be ticked. Do the act that it asks for.',
  'contract-act-not-allowed': 'This contract is no longer at this step. Reload the page.',
  'declaration-act-not-allowed': 'This declaration is no longer at this step. Reload the page.',
  'tutoring-act-not-allowed': 'This session is no longer at this step. Reload the page.',
  'tutoring-please-check': 'Look at these points. All right? Tap “Save” again.',
  'session-length-wrong':
    'Write how long it took: {least} minutes at least, or when it began and ended.',
  'tutoring-day-too-long': 'This day goes over 8 hours of tutoring. Check the length and the day.',
  'tutoring-kinds-differ':
    'These people are not helped the same way: one as a volunteer, the other not. Log two sessions.',
  'tutoring-not-approvable':
    'Nothing was approved. Take out of the list: {count}. The reason is beside each.',
  'tutoring-own-hours': 'These are your own hours. Ask a colleague to decide.',
  'need-exists': 'A request about this subject is already waiting. It stays on the list.',
  'need-closed': 'This request is closed already. Reload the page.',
  'charter-changed': 'The charter has changed. Reload the page to read the new one.',
  'agreement-act-not-allowed': 'This agreement has changed meanwhile. Reload the page.',
  'agreement-end-wrong': 'The last day is between the start and today. Choose another day.',
  'badge-not-reached': 'This person has too few approved volunteer hours for this badge.',
  'badge-already-issued': 'This person already has this badge. Reload the page.',
  'badge-already-revoked': 'This badge is already taken back. Reload the page.',
  'volunteer-host-missing': 'Choose the structure that hosts this voluntary help.',
  'volunteer-in-company':
    'No volunteer in a commercial company, except a SCIC (loi 47-1775, art. 19 septies). Choose an association, or a paid mission.',
  'host-exists': 'A structure already has this name. Choose it in the list.',
  'operation-dates-wrong': 'The last day is before the first. Correct one of the two dates.',
  'shared-services-given':
    'This account was given to the entrepreneurs already. Prepare a correction.',
  'shared-services-not-given': 'This account was not given yet. Change it directly.',
  'shared-services-year-not-over':
    'The financial year is not over. Give this account after its last day.',
  'shared-services-month-open': 'A month of the financial year is not closed. Close it first.',
  'shared-services-no-charge': 'This account has no cost. Enter what the contributions paid for.',
  'shared-services-too-many-lines':
    'This account has 100 lines already. Group some before adding one.',
  'operation-exists':
    'This funder already has an operation with this number. Change it in the list, or correct the number.',
  'sheet-code-differs':
    'This code is not that of the sheet on the screen. Read the paper again. If the hours changed, print the sheet and have it signed again.',
  'pipeline-act-not-allowed': 'That is not possible at this stage. Reload the page.',
  'piece-act-not-allowed': 'This piece has changed meanwhile. Reload the page.',
  'piece-kind-exists': 'A piece of the list already has this short name. Choose another one.',
  'merge-not-possible': 'These two files cannot be joined. One of them already is.',
  'merge-already-undone': 'These two files are already apart. Reload the page.',
  'meeting-is-cancelled': 'This meeting is cancelled. Plan another one.',
  'meeting-not-yet': 'This meeting has not taken place yet. Note who came on the day.',
  'meeting-was-held': 'This meeting took place: who came is noted. It can no longer be cancelled.',
  'attendance-below-named': 'You ticked more people than the number you wrote. Correct it.',
  'salary-month-before-model':
    'Before {from} the official model would give wrong amounts. Choose a later month.',
  'salary-month-after-model':
    'The official model does not know the rates after {to} yet. Choose an earlier month.',
  'salary-amount-negative': 'This amount is negative: it gives no pay.',
  'salary-amount-too-large': 'This amount is too large for one month. Check the zeros.',
  'salary-amount-too-small':
    'This amount is too small for a pay: the health cover would take it all. Try with more.',
  'valuation-reason-missing':
    'The method changes: write why. The annex of the accounts repeats it.',
  'valuation-choice-incomplete': 'A value is missing for this method.',
} as const satisfies Translation<typeof source>
