/** The policy of an agency as data, how it is read, and the arithmetic of its retention limits. */
package io.platelake.core.policy;
