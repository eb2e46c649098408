/** The command line: options, the clock, exit codes and the run record of every job. */
package io.platelake.app.cli;
