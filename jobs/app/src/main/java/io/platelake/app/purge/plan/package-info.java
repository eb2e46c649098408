/** Plans a purge: what must go, what waits for an approval, and what is unusual about it. */
package io.platelake.app.purge.plan;
