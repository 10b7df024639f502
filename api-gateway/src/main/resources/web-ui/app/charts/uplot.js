// uPlot makes a format of numbers in the reader's language as it is loaded, and one of dates for the name of a time zone. The first of
// Intl's formats take a phone a tenth of a second, and the axes here, none of which is of times, have formats of their own.
import { giveBack } from './no-formats.js';
import uPlot from 'uplot';

giveBack();

export { uPlot };
