/** Whether data may leave the agency: requests of others, and every reason against one. */
package io.platelake.core.share;
