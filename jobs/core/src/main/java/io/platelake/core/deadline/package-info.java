/** Deadlines of a policy: what has to follow a recorded fact, and what is still open or late. */
package io.platelake.core.deadline;
