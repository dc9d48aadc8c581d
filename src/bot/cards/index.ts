/** Pictures for the chat, drawn as SVG and rendered to PNG. */
export { renderChart, renderVoucherCard } from './render';
export { voucherAltText } from './voucher-words';
