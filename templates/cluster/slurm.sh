#!/usr/bin/env bash
# One batch on many machines, with Slurm: a job array renders the parts, a job that depends on it joins and verifies them.
#   templates/cluster/slurm.sh SURVEY OUTPUT [PARTS]
# See README.md beside it.
set -euo pipefail

render_part() {  # SURVEY OUTPUT
  local status=0 try
  for try in 1 2 3; do
    status=0
    # srun doesn't take over what sbatch was given for each task.
    srun --ntasks=1 --cpus-per-task="${SLURM_CPUS_PER_TASK:-1}" "$MOGNAD" render --quiet --jobs "${SLURM_CPUS_PER_TASK:-1}" \
      --shard "$SLURM_ARRAY_TASK_ID/$MOGNAD_PARTS" --snapshot "$2/statistics.snapshot" --output "$2" "$1" || status=$?
    # 0: all done. 2 and 3: a refused survey or command stays refused. The rest may go better once more: some reports
    # failed (1), the surroundings did (4), srun lost its task.
    case "$status" in 0 | 2 | 3) return "$status" ;; esac
    if [ "$try" -lt 3 ]; then sleep $((try * ${MOGNAD_PAUSE:-10})); fi
  done
  # Reports that can't be made don't hold up the others: the part is whole but for them, and merge and verify name them.
  [ "$status" -ne 1 ] || return 0
  return "$status"
}

join_parts() {  # OUTPUT
  "$MOGNAD" merge "$1"
  "$MOGNAD" verify --quiet "$1"
}

submit() {  # SURVEY OUTPUT PARTS
  local array merge
  mkdir -p "$2/log"
  # Read and computed once, before a dozen machines complain of the same mistake.
  "$MOGNAD" statistics --quiet --snapshot "$2/statistics.snapshot" "$1"
  array=$(sbatch --parsable --job-name=mognad --array="1-$3" --cpus-per-task="${MOGNAD_CPUS:-2}" --requeue \
    --open-mode=append --output="$2/log/part-%a.log" "$0" --render-part "$1" "$2")
  array=${array%%;*}  # a cluster's name may follow
  merge=$(sbatch --parsable --job-name=mognad-merge --dependency="afterok:$array" --kill-on-invalid-dep=yes --requeue \
    --open-mode=append --output="$2/log/merge.log" "$0" --join-parts "$2")
  echo "parts: job $array (1 to $3), then merge and verify: job ${merge%%;*}; logs in $2/log"
}

case "${1:-}" in
  --render-part) render_part "$2" "$3" ;;
  --join-parts) join_parts "$2" ;;
  *)
    usage="usage: slurm.sh SURVEY OUTPUT [PARTS]"
    export MOGNAD=${MOGNAD:-mognad} MOGNAD_PARTS=${3:-12}
    submit "$(realpath "${1:?"$usage"}")" "$(realpath -m "${2:?"$usage"}")" "$MOGNAD_PARTS"
    ;;
esac
