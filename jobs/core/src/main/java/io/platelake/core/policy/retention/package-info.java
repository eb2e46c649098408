/** Rules on how long something may be kept, and their arithmetic. */
package io.platelake.core.policy.retention;
