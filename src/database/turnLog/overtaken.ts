/** What a turn decided holds no more, as something else was recorded meanwhile: nothing of it is recorded, and it is decided again. */
export class Overtaken extends Error {}
