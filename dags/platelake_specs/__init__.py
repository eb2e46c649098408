"""What the scheduled pipelines are, in plain Python: no Airflow, no clock."""
