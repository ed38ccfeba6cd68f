const contactDetail = /\S(?:@|\(at\))\S+\.\p{L}{2,}|\+?\d[\d ]{1,4}[ -]\d{3}[ -]?\d{3,4}\b/u;

/** True when a text holds an e-mail address or a telephone number. */
export function holdsContact(text: string): boolean {
  return contactDetail.test(text);
}
