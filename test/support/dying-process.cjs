// A process of the simulation's that is killed once it told of its first seed.
if (process.argv.includes('--worker')) {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text) => write(text, () => process.kill(process.pid, 'SIGKILL'));
}
