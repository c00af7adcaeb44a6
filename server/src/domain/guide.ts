import type { GuideView } from '@jiaohao/shared/contract/guide.ts';
import { guideContent } from '@jiaohao/shared/contract/guide-content.ts';
import type { HallInfo, Service } from '@jiaohao/shared/contract/hall.ts';
import { fingerprint } from './fingerprint.ts';

/**
 * A service's guide with its version: a fingerprint of all that it says, so it changes exactly when a word
 * does, whoever edits what else (docs/decisions/010-guide-versions.md).
 */
export function guideOf(service: Service, hall: HallInfo): GuideView {
  const content = guideContent(service, hall);
  return { ...content, version: fingerprint(content) };
}
