export const personalData = {
  myData: {
    file: 'This file has all that we keep about you: profile, balance, purchases, vouchers and conversations. Only you get it.',
    fileName: 'my-data.json',
  },
};
