/** Where a rule comes from, and what it names. */
package io.platelake.core.policy.authority;
