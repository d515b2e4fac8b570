import type { serviceStatuses } from './shape.ts';

/*
 * What we read of an Open Referral record. A record that was cleaned has all of this in these forms; what else it holds is kept and
 * published again.
 */

interface Kept {
  readonly id: string;
  readonly [field: string]: unknown;
}

export interface ServiceRecord extends Kept {
  readonly name: string;
  readonly status: (typeof serviceStatuses)[number];
  readonly description?: string;
  readonly url?: string;
  readonly email?: string;
  readonly fees?: string;
  readonly fees_description?: string;
  readonly eligibility_description?: string;
  readonly alert?: string;
  readonly minimum_age?: number;
  readonly maximum_age?: number;
  /** A day, `YYYY-MM-DD`. */
  readonly assured_date?: string;
  readonly assurer_email?: string;
  readonly last_modified?: string;
  readonly organization?: OrganizationRecord;
  readonly schedules?: readonly ScheduleRecord[];
  readonly service_at_locations?: readonly ServiceAtLocationRecord[];
  readonly languages?: readonly LanguageRecord[];
  readonly cost_options?: readonly CostOptionRecord[];
  readonly contacts?: readonly ContactRecord[];
  readonly phones?: readonly PhoneRecord[];
  readonly attributes?: readonly AttributeRecord[];
}

export interface OrganizationRecord extends Kept {
  readonly name: string;
  readonly description: string;
  readonly email?: string;
  readonly website?: string;
  readonly phones?: readonly PhoneRecord[];
}

export interface ScheduleRecord extends Kept {
  readonly valid_from?: string;
  readonly valid_to?: string;
  readonly dtstart?: string;
  readonly freq?: 'WEEKLY' | 'MONTHLY';
  readonly interval?: number;
  readonly byday?: string;
  readonly bymonthday?: string;
  readonly opens_at?: string;
  readonly closes_at?: string;
  readonly description?: string;
}

export interface ServiceAtLocationRecord extends Kept {
  readonly location?: LocationRecord;
  readonly schedules?: readonly ScheduleRecord[];
  readonly phones?: readonly PhoneRecord[];
}

export interface LocationRecord extends Kept {
  readonly location_type: 'physical' | 'postal' | 'virtual';
  readonly name?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly addresses?: readonly AddressRecord[];
  readonly accessibility?: readonly AccessibilityRecord[];
  readonly phones?: readonly PhoneRecord[];
  readonly schedules?: readonly ScheduleRecord[];
}

export interface AddressRecord extends Kept {
  readonly address_1: string;
  readonly city: string;
  readonly postal_code: string;
}

export interface AccessibilityRecord extends Kept {
  readonly description?: string;
  readonly accessibility?: string;
  readonly details?: string;
}

export interface LanguageRecord extends Kept {
  readonly name?: string;
  readonly language?: string;
  readonly code?: string;
}

export interface CostOptionRecord extends Kept {
  readonly option?: string;
  readonly amount?: number;
  readonly amount_description?: string;
}

export interface ContactRecord extends Kept {
  readonly phones?: readonly PhoneRecord[];
}

export interface PhoneRecord extends Kept {
  readonly number: string;
}

export interface AttributeRecord extends Kept {
  readonly taxonomy_term?: TaxonomyTermRecord;
}

export interface TaxonomyTermRecord extends Kept {
  readonly name: string;
  readonly description: string;
  readonly taxonomy?: string;
  readonly taxonomy_id?: string;
}

export interface TaxonomyRecord extends Kept {
  readonly name: string;
  readonly description: string;
}
