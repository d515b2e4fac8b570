import type { Stage, StageName } from '../step.ts';
import { list } from './list.ts';
import { need } from './need.ts';
import { nothing } from './nothing.ts';
import { one } from './one.ts';
import { report } from './report.ts';
import { where } from './where.ts';

export const stages: Readonly<Record<StageName, Stage>> = { need, where, list, one, report, nothing };
