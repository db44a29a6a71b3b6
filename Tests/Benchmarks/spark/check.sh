#!/bin/sh
# Checks that `redress batch` under Apache Spark writes the bytes that it writes on one machine. It needs Java 17 or
# later and Python 3; PySpark goes into a virtual environment under .build/. The arguments are those of check.py.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
python=${REDRESS_SPARK:-$root/.build/spark}/bin/python
if [ ! -x "$python" ]; then
  python3 -m venv "$root/.build/spark"
  "$python" -m pip install --quiet pyspark==4.3.0
fi
export PYSPARK_PYTHON="$python" PYSPARK_DRIVER_PYTHON="$python"
exec "$python" "$here/check.py" "$@"
