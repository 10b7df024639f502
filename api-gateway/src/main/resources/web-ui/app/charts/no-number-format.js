// Until it is given back, numbers have no format but their own. Modules are run in the order in which they are imported, and without
// a pause: nobody but the one imported next sees it.
const { NumberFormat } = Intl;
Intl.NumberFormat = class { format = String; };

export const giveBack = () => { Intl.NumberFormat = NumberFormat; };
