/** Rules on what may be collected: cameras, protected places, landing, images, purposes. */
package io.platelake.core.policy.collection;
