import { isOneOf } from './root.ts';
import type { Turn } from './turn.ts';

/** Whether they say thank you, or goodbye, and no more. */
export function saysFarewell(turn: Turn): boolean {
  return isOneOf(turn, 'root.farewells');
}
