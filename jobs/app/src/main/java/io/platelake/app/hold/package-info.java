/**
 * Court orders, preservation requests and evidence: what must outlive its limit, and for how long.
 */
package io.platelake.app.hold;
