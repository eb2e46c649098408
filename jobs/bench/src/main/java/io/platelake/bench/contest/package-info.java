/** What a benchmark runs: our jobs and their peers, on the same input. */
package io.platelake.bench.contest;
