/** Who may send the formal response of a council. */
export const councilRoleNames = ['clerk', 'chair'] as const;
export type CouncilRoleName = (typeof councilRoleNames)[number];
