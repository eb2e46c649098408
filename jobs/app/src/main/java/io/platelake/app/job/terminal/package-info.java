/** What a person sees while a job runs: progress, and tables that fit the terminal. */
package io.platelake.app.job.terminal;
