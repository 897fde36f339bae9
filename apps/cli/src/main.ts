import { runLutai } from './run-lutai.ts';

// A reader that has seen enough (`lutai search … | head`) is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

process.exitCode = await runLutai(process.argv.slice(2));
