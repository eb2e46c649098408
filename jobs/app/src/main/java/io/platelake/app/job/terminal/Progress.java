package io.platelake.app.job.terminal;

import java.io.PrintStream;

/** Says on standard error what a job is doing, a plain line at a time; never a value of a row. */
@FunctionalInterface
public interface Progress {
  void say(String line);

  /** Says what a job is doing, after so many of all its steps. */
  default void step(long done, long all, String line) {
    say(line);
  }

  /**
   * Progress within one of several parts that have the same steps.
   *
   * @param done parts before it
   */
  default Progress part(long done, long parts) {
    Progress whole = this;
    return new Progress() {
      @Override
      public void say(String line) {
        whole.say(line);
      }

      @Override
      public void step(long step, long steps, String line) {
        whole.step(done * steps + step, parts * steps, line);
      }
    };
  }

  /** Says that no more is to come. */
  default void end() {}

  /** To a stream, each line headed by the job. */
  static Progress to(PrintStream stream, String job) {
    return line -> stream.println(job + ": " + line);
  }

  /** Shows no progress. */
  static Progress silent() {
    return line -> {};
  }
}
