/** Everything that is due, overdue or violated, in one table. */
package io.platelake.app.status;
