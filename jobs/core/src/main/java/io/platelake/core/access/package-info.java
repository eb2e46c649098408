/** Whether a person may look at reader data, with every reason and its authority. */
package io.platelake.core.access;
