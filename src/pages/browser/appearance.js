/** How the client looks, by its own options. */
import { onItsWayMs } from './sending.js';

// By name, so that the chat follows the page from light to dark at once.
const accent = 'var(--accent)';
const link = 'var(--link)';
const ink = 'var(--ink)';
const quiet = 'var(--quiet)';
const line = 'var(--line)';
const paper = 'var(--paper)';
const ours = 'var(--ours)';
const wrong = 'var(--wrong)';
const font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** Web Chat names its languages with their countries. */
export const locales = { 'en-GB': 'en-GB', pl: 'pl-PL', ro: 'ro-RO', lt: 'lt-LT' };

export const styleOptions = {
  accent,
  subtle: quiet,
  primaryFont: font,
  backgroundColor: paper,
  fontSizeSmall: '0.875rem',
  paddingRegular: 12,

  bubbleBackground: ours,
  bubbleBorderColor: ours,
  bubbleBorderRadius: 10,
  bubbleTextColor: ink,
  bubbleMinWidth: 120,
  bubbleMaxWidth: 560,
  bubbleFromUserBackground: accent,
  bubbleFromUserBorderColor: accent,
  bubbleFromUserBorderRadius: 10,
  bubbleFromUserTextColor: '#ffffff',

  cardEmphasisBackgroundColor: ours,

  hideUploadButton: true,
  sendBoxTextWrap: true,
  sendBoxHeight: 52,
  sendBoxBorderTop: `solid 1px ${line}`,
  sendBoxPlaceholderColor: quiet,
  sendBoxTextColor: ink,
  sendBoxBackground: paper,
  sendBoxButtonColor: link,
  sendBoxButtonKeyboardFocusIndicatorBorderColor: ink,
  sendBoxButtonShadeColorOnActive: ours,
  sendBoxButtonShadeColorOnDisabled: paper,
  sendBoxButtonShadeColorOnHover: ours,
  maxMessageLength: 4000,
  sendTimeout: onItsWayMs,

  // What is longer than a screen is shown from its beginning.
  autoScrollSnapOnPage: true,

  suggestedActionLayout: 'flow',
  suggestedActionBorderRadius: 8,
  suggestedActionBorderWidth: 2,
  suggestedActionHeight: 44,
  suggestedActionBackgroundColor: paper,
  suggestedActionBorderColor: link,
  suggestedActionTextColor: link,
  suggestedActionBackgroundColorOnActive: ours,
  suggestedActionBackgroundColorOnHover: ours,
  suggestedActionBorderColorOnDisabled: line,
  suggestedActionKeyboardFocusIndicatorBorderColor: ink,
  suggestedActionsVisualKeyboardIndicatorColor: ink,
  transcriptVisualKeyboardIndicatorColor: ink,

  timestampColor: quiet,
  notificationText: quiet,
  markdownRenderHTML: false,
  // What a person types stays as it is: no ":)" becomes a picture.
  emojiSet: {},
  spinnerAnimationBackgroundImage: 'none',
  enableUploadThumbnail: false,
};

/** The client takes no words at all for a sentence that is missing. */
const silent = ' ';
const numberedForms = ['ONE', 'TWO', 'FEW', 'MANY', 'OTHER'];

/**
 * What the client is not to read out. Each message says by itself what is asked and how it is answered; read beside that, in an order that
 * differs from screen reader to screen reader, these would come between the words of a question.
 */
export const overrideLocalizedStrings = {
  ACTIVITY_BOT_SAID_ALT: silent,
  ACTIVITY_INTERACTIVE_REASON_INTERACTIVE_CONTENT_ALT: silent,
  TRANSCRIPT_LIVE_REGION_INTERACTIVE_LABEL_ALT: silent,
  TRANSCRIPT_LIVE_REGION_INTERACTIVE_WITH_LINKS_LABEL_ALT: silent,
  TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_LABEL_ALT: silent,
  TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_WITH_ACCESS_KEY_LABEL_ALT: silent,
  ...Object.fromEntries(numberedForms.map((form) => [`ACTIVITY_NUM_ATTACHMENTS_${form}_ALT`, silent])),
};

/** When something was said is of no use here; that it is on its way, or could not be sent, is. */
export const activityStatusMiddleware = () => (next) => (args) => (args.sendState === 'sent' ? false : next(args));

/** Of the cards. https://adaptivecards.io/explorer/ */
export const cardConfig = {
  supportsInteractivity: true,
  fontFamily: font,
  fontSizes: { small: 16, default: 17, medium: 18, large: 20, extraLarge: 24 },
  spacing: { small: 6, default: 12, medium: 16, large: 24, extraLarge: 32, padding: 14 },
  actions: { actionsOrientation: 'horizontal', actionAlignment: 'stretch', buttonSpacing: 8, maxActions: 20, spacing: 'default' },
  containerStyles: {
    default: {
      backgroundColor: paper,
      foregroundColors: { default: { default: ink, subtle: quiet }, attention: { default: wrong, subtle: wrong } },
    },
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', color: 'default' },
      optionalInputs: { weight: 'bolder', color: 'default' },
    },
    errorMessage: { color: 'attention', weight: 'bolder', size: 'default' },
  },
};
