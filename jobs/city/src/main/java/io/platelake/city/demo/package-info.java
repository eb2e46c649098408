/** One made-up month through every job, to see the platform work. */
package io.platelake.city.demo;
