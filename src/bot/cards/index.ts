/** Pictures for the chat, drawn as SVG and rendered to PNG. */
export { renderBars, renderVoucherCard } from './render';
export { voucherAltText } from './voucher-words';
