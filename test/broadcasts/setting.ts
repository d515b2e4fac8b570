/** A Monday at ten in London. */
export const monday = new Date('2026-11-23T10:00:00.000Z');
export const accountSid = `AC${'0'.repeat(32)}`;
export const from = '+447700900999';
export const publicUrl = 'https://folkmoot.example.org';
export const author = 'ann@thornby.example';
export const second = 'bob@thornby.example';
