// Until they are given back, Intl's formats do nothing. Modules are run in the order in which they are imported, and without a pause:
// nobody but the one imported next sees it.
const { NumberFormat, DateTimeFormat } = Intl;
Intl.NumberFormat = class { format = String; };
Intl.DateTimeFormat = class { resolvedOptions = () => ({}); };

export const giveBack = () => Object.assign(Intl, { NumberFormat, DateTimeFormat });
