/** Meta's own pages, in the reader's language. */
export const META = {
  quality: 'https://business.facebook.com/accountquality',
  billing: 'https://business.facebook.com/billing_hub',
};
