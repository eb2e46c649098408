/** The city: cameras, protected places, and the files that describe them. */
package io.platelake.city.place;
