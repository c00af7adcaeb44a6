import type { RefusalReason, Rules } from '@jiaohao/shared/contract/hall.ts';

/** Why nothing is accepted, where a hall has not written its own list: the cases of most rule books. */
const COMMON: readonly RefusalReason[] = [
  {
    id: 'not-our-matter',
    name: { 'zh-CN': '不属于本中心受理范围', en: 'Not a matter for this centre' },
    sentence: {
      'zh-CN': '您申请的事项不属于本中心受理范围，请向有权办理的单位申请。',
      en: 'This matter is not handled at this centre. Please apply to the office that is responsible for it.',
    },
  },
  {
    id: 'not-entitled',
    name: { 'zh-CN': '申请人不具备申请资格', en: 'The applicant is not entitled' },
    sentence: {
      'zh-CN': '申请人不具备办理该事项的主体资格。',
      en: 'The applicant is not entitled to apply for this matter.',
    },
  },
  {
    id: 'conditions-not-met',
    name: { 'zh-CN': '不符合法定条件', en: 'Legal conditions not met' },
    sentence: {
      'zh-CN': '申请不符合法律、法规规定的办理条件。',
      en: 'The application does not meet the conditions that the law sets.',
    },
  },
  {
    id: 'decided-already',
    name: { 'zh-CN': '已受理或已办结，不重复受理', en: 'Already accepted or decided' },
    sentence: {
      'zh-CN': '同一事项已受理或已办结，不再重复受理。',
      en: 'The same matter has already been accepted or decided.',
    },
  },
];

export const refusalReasonsOf = ({
  refusalReasons,
}: Pick<Rules, 'refusalReasons'>): readonly RefusalReason[] => refusalReasons ?? COMMON;
