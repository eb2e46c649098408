package io.platelake.app.job;

import io.platelake.core.access.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a command promises: an example, its exit codes and its result. {@code --help}, the schema of
 * the run record and the tests of the runbooks read it here. Every command can end with 0, 1 and 2.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CommandContract {
  /** A command line that works, without {@code platelake} and the options of every command. */
  String example();

  /** What it gives; {@link RunResult} itself for a command that prints no run record. */
  Class<? extends RunResult> result() default RunResult.class;

  /** When it ends with 1. */
  String failed() default "it failed; nothing is half done, run it again";

  /** What an account needs to start it; empty if every registered account may. */
  Permission[] needs() default {};

  /**
   * Whether it passes the access decision itself, request by request, and records each in the
   * access log, also what is denied.
   */
  boolean logged() default false;

  /** When it ends with 3, a refusal; empty if it never does. */
  String refused() default "";

  /** When it ends with 4, a finding; empty if it never does. */
  String finding() default "";
}
