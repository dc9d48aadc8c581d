/** Pictures for the chat, drawn as SVG and rendered to PNG. */
export { renderVoucherCard } from './render';
export { voucherAltText } from './voucher-words';
