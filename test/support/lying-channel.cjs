// Loaded before the simulation: its chat network denies what it has, so that what may have left is sent again.
const { join } = require('node:path');

const { SimulatedChannel } = require(join(__dirname, '..', '..', 'dist', 'simulation', 'channel.js'));
SimulatedChannel.prototype.wasSent = () => Promise.resolve(false);
