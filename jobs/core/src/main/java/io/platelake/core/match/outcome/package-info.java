/** What people found out about alerts: the order of verification, and what the sums say. */
package io.platelake.core.match.outcome;
