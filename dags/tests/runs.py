"""What a finished run left in the database of Airflow."""

from typing import Any


def states(run: Any) -> dict[str, str]:
    """State by task."""
    return {ti.task_id: str(ti.state) for ti in run.get_task_instances()}


def handed_over(run: Any) -> dict[str, Any]:
    """What each task handed over (its XCom); of a mapped task the last one."""
    from airflow.models.xcom import XComModel
    from airflow.utils.session import create_session

    with create_session() as session:
        rows = session.query(XComModel).filter(XComModel.dag_id == run.dag_id, XComModel.run_id == run.run_id)
        return {row.task_id: XComModel.deserialize_value(row) for row in rows if row.key == "return_value"}
