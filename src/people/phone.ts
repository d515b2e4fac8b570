/** A British mobile, however it is written, or a number with its country, as +447700900123; undefined for anything else. */
export function asPhone(written: string): string | undefined {
  const digits = written.replace(/[\s().-]/g, '').replace(/^00/, '+');
  const phone = digits.replace(/^0(?=7)/, '+44').replace(/^447/, '+447');
  return /^\+447\d{9}$/.test(phone) || (/^\+[1-9]\d{6,14}$/.test(phone) && !phone.startsWith('+44')) ? phone : undefined;
}
