// Loaded before the simulation: its chat network denies what it has, so that what may have left is sent again.
const { SimulatedChannel } = require('../../dist/simulation/channel.js');

SimulatedChannel.prototype.wasSent = () => Promise.resolve(false);
