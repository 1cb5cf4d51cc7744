/** The same rule makes the Excel file of the matrix, so that it holds what is on the screen. */
export { matchingRows as matching } from '../../../../libs/domain/work/matching-rows';
