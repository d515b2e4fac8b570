import type { StatePropertyAccessor } from 'botbuilder';
import {
  ChoicePrompt,
  ComponentDialog,
  ConfirmPrompt,
  NumberPrompt,
  type PromptValidatorContext,
  TextPrompt,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';

/** The same five questions as `consultation.yaml`, as the SDK's samples ask them (05.multi-turn-prompt). */
export class Survey extends ComponentDialog {
  constructor(profiles: StatePropertyAccessor) {
    super('survey');
    this.addDialog(new ChoicePrompt('choice'));
    this.addDialog(new NumberPrompt('happy', between(1, 5)));
    this.addDialog(new ConfirmPrompt('confirm'));
    this.addDialog(new NumberPrompt('walk', between(0, 120)));
    this.addDialog(new TextPrompt('text'));
    this.addDialog(
      new WaterfallDialog('steps', [
        (step) => choose(step, 'The parks benchmark. Help us decide what to repair first. 5 questions.', ['Begin', 'Read more']),
        (step) => choose(step, 'How often do you use a park?', ['Every week', 'Every month', 'Hardly ever']),
        (step) => {
          keep(step, 'visit', step.result.value);
          return step.prompt('happy', `You said ${step.result.value}. How happy are you with your parks? Reply with a number from 1 to 5.`);
        },
        (step) => {
          keep(step, 'happy', step.result);
          return step.prompt('confirm', 'Do you walk a dog there?');
        },
        (step) => {
          keep(step, 'dog', step.result);
          return step.prompt('walk', 'How many minutes is the walk to your nearest park?');
        },
        (step) => {
          keep(step, 'walk', step.result);
          return step.prompt('text', 'What should we mend first?');
        },
        (step) => {
          keep(step, 'mend', step.result);
          return choose(step, 'That was the last question. Shall we send your answers?', ['Send', 'Check or change them']);
        },
        async (step) => {
          await profiles.set(step.context, step.values);
          await step.context.sendActivity('Thank you for the benchmark.');
          return step.endDialog();
        },
      ]),
    );
    this.initialDialogId = 'steps';
  }
}

function choose(step: WaterfallStepContext, text: string, choices: string[]) {
  return step.prompt('choice', { prompt: text, retryPrompt: text, choices });
}

function keep(step: WaterfallStepContext, key: string, value: unknown): void {
  Object.assign(step.values, { [key]: value });
}

function between(least: number, most: number) {
  return async ({ recognized }: PromptValidatorContext<number>) =>
    recognized.succeeded && recognized.value !== undefined && recognized.value >= least && recognized.value <= most;
}
