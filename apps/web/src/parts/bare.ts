export { bare } from '../../../../libs/domain/work/matching-rows';
