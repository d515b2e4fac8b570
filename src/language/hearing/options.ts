export { hearOption } from './oneOption.ts';
export type { OptionToHear } from './optionLabels.ts';
export { hearOptions } from './severalOptions.ts';
