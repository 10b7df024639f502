// uPlot makes a format of numbers in the reader's language as it is loaded. The first of Intl's formats takes a phone a tenth of a
// second, and all axes here have formats of their own: uPlot is given one that does nothing.
import { giveBack } from './no-number-format.js';
import uPlot from 'uplot';

giveBack();

export { uPlot };
