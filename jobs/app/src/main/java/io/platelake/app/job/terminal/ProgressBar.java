package io.platelake.app.job.terminal;

import java.io.PrintStream;

/**
 * Progress on a terminal: one line that is drawn again, with a bar when the steps are counted.
 *
 * <p>It needs no library: those there are bring native code that is unpacked at run time.
 */
public final class ProgressBar implements Progress {
  private static final int CELLS = 20;
  private static final String BACK_AND_CLEAR = "\r\033[K";

  private final PrintStream stream;
  private final String job;
  private final int width;

  public ProgressBar(PrintStream stream, String job, int width) {
    this.stream = stream;
    this.job = job;
    this.width = width;
  }

  @Override
  public void say(String line) {
    draw(job + ": " + line);
  }

  @Override
  public void step(long done, long all, String line) {
    int full = all == 0 ? CELLS : (int) (CELLS * done / all);
    String bar = "#".repeat(full) + ".".repeat(CELLS - full);
    draw(job + " [" + bar + "] " + done + "/" + all + " " + line);
  }

  @Override
  public void end() {
    stream.print(BACK_AND_CLEAR);
    stream.flush();
  }

  private void draw(String line) {
    // One column stays free: a full line would wrap and could not be drawn again.
    stream.print(BACK_AND_CLEAR + line.substring(0, Math.min(line.length(), width - 1)));
    stream.flush();
  }
}
